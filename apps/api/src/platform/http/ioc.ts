// How the generated routes get a controller: from the factories of the composition root.
import type { IocContainer, ServiceIdentifier } from '@tsoa/runtime';
import type { Request } from 'express';
import { servicesOf } from './services.ts';

export const iocContainer = (request: Request): IocContainer => ({
  get<T>(controller: ServiceIdentifier<T>): T {
    const make =
      typeof controller === 'function' ? servicesOf(request).controllers.get(controller) : undefined;
    if (!make) throw new Error('a controller is missing in container.ts');
    return make() as T;
  },
});
