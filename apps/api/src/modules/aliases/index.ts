export { AliasBooks } from './alias-books.ts';
export { AliasesController } from './aliases.controller.ts';
export { AliasesRepository } from './aliases.repository.ts';
export { AliasesService } from './aliases.service.ts';
