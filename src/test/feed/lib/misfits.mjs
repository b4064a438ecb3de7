// What a feed can answer besides the good and the usual: a row each of the table of answers. The feed Answer-<row> gives it to everybody.

import * as answers from './answers.mjs';

const PAGE = '<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head><body></body></html>';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The tenant of `other-tenant`: no token is issued by it. */
export const OTHER_TENANT = '11111111-1111-1111-1111-111111111111';

const ROWS = {
  'sign-in-203': () => ({ status: 203, headers: HTML, body: PAGE }),
  'sign-in-302': () => redirect('https://spsprodweu1.vssps.visualstudio.com/_signin?realm=pkgs.dev.azure.com'),
  'html-200': () => ({ status: 200, headers: HTML, body: PAGE }),
  'other-tenant': (host) => {
    const answer = answers.unauthorized('services', `http://${host}`, 'contoso');
    return { ...answer, headers: { ...answer.headers, 'X-VSS-ResourceTenant': OTHER_TENANT } };
  },
  firewall: () => ({ status: 403, headers: HTML, body: PAGE }),
  'too-often': () => answers.json(429, {}, { 'Retry-After': '30' }),
  broken: () => ({ status: 503, headers: HTML, body: PAGE }),
  odd: () => answers.json(418, {}),
  // To a host of another name, which answers well, and records what it was sent.
  elsewhere: (host, blobs) => redirect(blobs.page(host)),
  slow: () => undefined,
  reset: () => undefined,
};

/** The row that a feed is for; undefined where it is an ordinary one. */
export function rowOf(feed) {
  return /^Answer-(.*)$/.exec(feed.name)?.[1];
}

/** Its answer; undefined where there is none, and the connection is left as the row says. */
export function misfit(row, host, blobs, response) {
  if (!(row in ROWS)) {
    throw new Error(`There is no row ${row}`);
  }
  if (row === 'reset') {
    response.socket.resetAndDestroy();
  }
  return ROWS[row](host, blobs);
}

function redirect(location) {
  return { status: 302, headers: { location }, body: '' };
}
