// Requests to one API as one caller, over connections that are kept.
import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @typedef {ReturnType<typeof apiClient>} ApiClient */
/** @typedef {{ json?: unknown, file?: string, filename?: string, headers?: Record<string, string> }} Payload `file` is sent as a form's */

/** The API answered, and not as it was asked to. */
export class Refused extends Error {
  /** @param {string} asked @param {number} status @param {string} text */
  constructor(asked, status, text) {
    super(`${asked} answered ${status}: ${text.slice(0, 1000)}`);
    this.status = status;
  }
}

const BOUNDARY = 'medspasync-file-boundary';

/**
 * @param {string} url of the API
 * @param {Record<string, string>} credentials headers
 */
export function apiClient(url, credentials) {
  const agent = new http.Agent({ keepAlive: true });

  /**
   * The answer as text. Rejects when there is none, or it breaks off.
   * @param {string} method @param {string} address @param {Payload} [payload]
   * @returns {Promise<{ status: number, text: string }>}
   */
  async function send(method, address, { json, file, filename, headers } = {}) {
    const request = http.request(new URL(address, url), {
      method,
      agent,
      headers: { ...credentials, ...headers },
    });
    const answer = answerTo(request);
    if (file !== undefined)
      await Promise.all([answer, sendFile(request, file, filename ?? path.basename(file))]);
    else if (json !== undefined)
      request.setHeader('Content-Type', 'application/json').end(JSON.stringify(json));
    else request.end();
    return answer;
  }

  /**
   * What a 2xx says. Rejects as `send`, and with `Refused`.
   * @param {string} method @param {string} address @param {Payload} [payload]
   * @returns {Promise<any>}
   */
  async function call(method, address, payload) {
    const { status, text } = await send(method, address, payload);
    if (status >= 300) throw new Refused(`${method} ${address}`, status, text);
    return JSON.parse(text);
  }
  return { send, call };
}

/** @param {http.ClientRequest} request @returns {Promise<{ status: number, text: string }>} */
const answerTo = (request) =>
  new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
  });

/** @param {http.ClientRequest} request @param {string} file @param {string} filename */
async function sendFile(request, file, filename) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: text/csv\r\n\r\n`;
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  request.setHeader('Content-Type', `multipart/form-data; boundary=${BOUNDARY}`);
  request.setHeader('Content-Length', head.length + statSync(file).size + tail.length);
  await pipeline(async function* () {
    yield head;
    yield* createReadStream(file);
    yield tail;
  }, request);
}
