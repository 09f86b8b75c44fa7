export { ContactController } from './contact.controller.ts';
export { ContactService } from './contact.service.ts';
export { ContactMessagesRepository, type MessageRow, openMessage } from './contact-messages.repository.ts';
export { ContactMessagesRotation } from './contact-messages-rotation.ts';
