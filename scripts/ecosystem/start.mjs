// `start`: checks, prepares, starts the graph in order, and ends what it began when it is interrupted.
import { isHealthy, untilHealthy, withLastWords } from './health.mjs';
import { takeLock } from './lock.mjs';
import { isPortFree, portHolder } from './ports.mjs';
import { halt, launch, runningPid } from './process.mjs';
import { createProgress, paint } from './progress.mjs';
import { describeReadiness } from './report.mjs';
import { endTools } from './run-tool.mjs';
import { withNeeds } from './services.mjs';
import { makeWritable } from './writable.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */
/** @typedef {import('./services.mjs').Service} Service */

const INTERRUPTED = 130;

/**
 * @param {Ecosystem} ecosystem
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
export async function start(ecosystem, names) {
  const startedAt = Date.now();
  const progress = createProgress();
  const services = withNeeds(ecosystem.services, names);
  makeStateFolders(ecosystem);

  /** @type {Service[]} */
  const begun = [];
  const release = await takeLock(ecosystem, (pid) =>
    progress.say(`Another command is at work on the services (pid ${pid}); waiting for it to finish.`),
  );
  const interruption = onInterrupt(async () => {
    progress.say('Interrupted: ending what this start had begun.');
    await endTools();
    await Promise.all(begun.map((service) => halt(ecosystem, service)));
    release();
    process.exit(INTERRUPTED);
  });

  try {
    const missing = await notRunning(ecosystem, services);
    const unfinished = services.filter(
      ({ name }) => ecosystem.afterHealthy[name]?.isDone(ecosystem) === false,
    );
    if (missing.length === 0 && unfinished.length === 0) {
      progress.say(`${paint('green', '✔')} Already running.`);
    } else {
      await requireFreePorts(missing);
      const concerned = services.filter((one) => missing.includes(one) || unfinished.includes(one));
      await ecosystem.prepare(ecosystem, concerned, progress);
      await startGraph(ecosystem, { services, missing, unfinished, begun }, progress);
    }
    progress.say(
      describeReadiness(ecosystem, services, missing.length > 0 ? Date.now() - startedAt : undefined),
    );
    return 0;
  } catch (error) {
    // What was ended on purpose fails here too; the interruption has the last word, and then leaves.
    await interruption.inProgress();
    throw error;
  } finally {
    interruption.stopListening();
    release();
  }
}

/** @param {Ecosystem} ecosystem */
export function makeStateFolders(ecosystem) {
  const advice = 'state and logs are kept there; make it writable for this user, or run as its owner';
  makeWritable(ecosystem.stateDirectory, advice);
  makeWritable(ecosystem.runDirectory, advice);
  makeWritable(ecosystem.logsDirectory, advice);
}

/** @param {Ecosystem} ecosystem @param {Service[]} services */
async function notRunning(ecosystem, services) {
  const states = await Promise.all(
    services.map(
      async (service) => runningPid(ecosystem, service) !== undefined && (await isHealthy(service)),
    ),
  );
  const missing = services.filter((_, index) => !states[index]);
  // What is left of a service that was killed, or that runs without answering, gives way to a fresh one.
  await Promise.all(missing.map((service) => halt(ecosystem, service)));
  return missing;
}

/** All taken ports at once, before minutes are spent on a build. @param {Service[]} services */
async function requireFreePorts(services) {
  const free = await Promise.all(services.map((service) => isPortFree(service.port)));
  const problems = services
    .filter((_, index) => !free[index])
    .map((service) => `Port ${service.port} (${service.name}) is taken by ${portHolder(service.port)}.`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/**
 * Each service starts as soon as those before it are healthy; all problems are reported, not only the first.
 * @param {Ecosystem} ecosystem
 * @param {object} plan
 * @param {Service[]} plan.services    all that are to run in the end
 * @param {Service[]} plan.missing     those of them to launch
 * @param {Service[]} plan.unfinished  those whose follow-up did not come to its end last time
 * @param {Service[]} plan.begun       filled with what was launched
 * @param {import('./progress.mjs').Progress} progress
 */
async function startGraph(ecosystem, { services, missing, unfinished, begun }, progress) {
  /** @type {Map<string, Promise<void>>} */
  const ready = new Map();
  /** @type {Promise<void>[]} */
  const followUps = [];
  /** @type {Set<string>} */
  const problems = new Set();
  /** @param {Error} error */
  const note = (error) => void problems.add(error.message);

  /** @param {Service} service */
  const bringUp = async (service) => {
    await Promise.all([...service.needs, ...service.after].map((name) => ready.get(name)));
    if (missing.includes(service)) await bringUpProcess(service);
    const followUp = ecosystem.afterHealthy[service.name];
    const isDue = missing.includes(service) || unfinished.includes(service);
    if (followUp && isDue) followUps.push(followUp.run(ecosystem, progress).catch(note));
  };
  /** @param {Service} service */
  const bringUpProcess = (service) =>
    progress.step(`Starting ${service.name}`, async () => {
      launch(ecosystem, service);
      begun.push(service);
      await untilHealthy(ecosystem, service);
      return `http://localhost:${service.port}`;
    });
  for (const service of services) ready.set(service.name, bringUp(service));

  await Promise.all([...ready.values()].map((outcome) => outcome.catch(note)));
  await Promise.all(followUps);
  if (problems.size === 0) {
    for (const service of services.filter((one) => !runningPid(ecosystem, one))) {
      note(withLastWords(ecosystem, service, `${service.name} ended after it had started.`));
    }
  }
  if (problems.size > 0) throw new Error([...problems].join('\n\n'));
}

/** @param {() => Promise<void>} work */
function onInterrupt(work) {
  /** @type {Promise<void> | undefined} */
  let working;
  const handler = () => {
    working ??= work();
  };
  process.on('SIGINT', handler);
  process.on('SIGTERM', handler);
  return {
    inProgress: async () => working,
    stopListening: () => {
      process.off('SIGINT', handler);
      process.off('SIGTERM', handler);
    },
  };
}
