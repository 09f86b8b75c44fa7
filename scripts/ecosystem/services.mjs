// The declared graph: what runs, where it listens, how its health is asked, and what must be healthy before it.
import path from 'node:path';
import { API_PORT, ROOT } from './config.mjs';

/**
 * @typedef {object} Service
 * @property {string} name       what a person types
 * @property {string} title      what the table calls it
 * @property {string} workspace  npm workspace that holds it
 * @property {string} directory  absolute folder of that workspace
 * @property {string} script     the package.json script that serves it
 * @property {string} [build]    the package.json script that builds it, when it has one
 * @property {number} port
 * @property {string} healthPath answers 2xx on 127.0.0.1 when the service is ready
 * @property {string[]} needs    services without which it is of no use: started with it, and healthy before it
 * @property {string[]} after    services that are healthy before it when they are started together
 */

/** @type {Service[]} */
export const SERVICES = [
  {
    name: 'backend',
    title: 'API',
    workspace: '@medspasync/api',
    directory: path.join(ROOT, 'apps/api'),
    script: 'start',
    build: 'build',
    port: API_PORT,
    healthPath: '/health/quick',
    needs: [],
    after: [],
  },
  {
    name: 'main-frontend',
    title: 'Web app',
    workspace: '@medspasync/web',
    directory: path.join(ROOT, 'apps/web'),
    script: 'start',
    build: 'build',
    port: 3000,
    healthPath: '/',
    needs: ['backend'],
    after: [],
  },
  {
    name: 'demo-frontend',
    title: 'Web app, sandbox',
    workspace: '@medspasync/web',
    directory: path.join(ROOT, 'apps/web'),
    script: 'start:demo',
    build: 'build:demo',
    port: 3001,
    healthPath: '/',
    needs: ['backend'],
    after: [],
  },
  {
    name: 'next-demo',
    title: 'In-browser demo',
    workspace: '@medspasync/next-demo',
    directory: path.join(ROOT, 'apps/next-demo'),
    script: 'start',
    build: 'build',
    port: 3002,
    healthPath: '/',
    needs: [],
    after: ['backend'],
  },
  {
    name: 'marketing-page',
    title: 'Public site',
    workspace: '@medspasync/marketing',
    directory: path.join(ROOT, 'apps/marketing'),
    script: 'start',
    build: 'build',
    port: 3003,
    healthPath: '/',
    needs: [],
    after: ['backend'],
  },
];

/**
 * The named services with everything they need, in the order of the graph; all of them when none is named.
 * @param {Service[]} services
 * @param {string[]} names
 * @returns {Service[]}
 */
export function withNeeds(services, names) {
  if (names.length === 0) return services;
  /** @type {Set<string>} */
  const wanted = new Set();
  /** @param {string} name */
  const add = (name) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const need of services.find((service) => service.name === name)?.needs ?? []) add(need);
  };
  names.forEach(add);
  return services.filter((service) => wanted.has(service.name));
}

/**
 * Exactly the named services; all of them when none is named.
 * @param {Service[]} services
 * @param {string[]} names
 */
export function named(services, names) {
  return names.length === 0 ? services : services.filter((service) => names.includes(service.name));
}
