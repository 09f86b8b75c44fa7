import { ApiKeyEntity } from './api-key.entity.ts';
import { RefreshTokenEntity, SessionEntity } from './session.entity.ts';

export { AccountsRepository } from './accounts.repository.ts';
export { ApiKeysController } from './api-keys.controller.ts';
export { ApiKeysRepository } from './api-keys.repository.ts';
export { ApiKeysService } from './api-keys.service.ts';
export { AuthController } from './auth.controller.ts';
export { ChallengesRepository } from './challenges.repository.ts';
export { EndedSignIns } from './ended-sign-ins.ts';
export { refusalOfPassword } from './password-policy.ts';
export { PasswordResetsRepository } from './password-resets.repository.ts';
export { PasswordResetsService } from './password-resets.service.ts';
export { PasswordsController } from './passwords.controller.ts';
export { PasswordsService } from './passwords.service.ts';
export { SecondFactorsController } from './second-factors.controller.ts';
export { SecondFactorsRepository } from './second-factors.repository.ts';
export { SecondFactorsService } from './second-factors.service.ts';
export { SessionsController } from './sessions.controller.ts';
export { SessionsRepository } from './sessions.repository.ts';
export { SessionsService } from './sessions.service.ts';
export { SignInService } from './sign-in.service.ts';
export { WrongProofs } from './wrong-proofs.ts';

export const AUTH_ENTITIES = [SessionEntity, RefreshTokenEntity, ApiKeyEntity];
