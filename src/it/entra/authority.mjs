// What signs principals in, as Entra and AD FS do (RFC 6749 section 4.4, RFC 7523 section 2.2), for the resource of Azure DevOps.
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const pfx = readFileSync('home/.m2/authority.p12');
createServer({ pfx, passphrase: 'changeit' }, (request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const form = new URLSearchParams(body);
    const assertion = form.get('client_assertion');
    const by = assertion ? `client_assertion ${assertion}` : form.has('client_secret') ? 'client_secret' : 'nothing';
    const asked = form.get('scope')?.includes('499b84ac-1321-427f-aa17-267ca6975798/.default');
    const path = request.url.split('?')[0];
    appendFileSync('home/.m2/authority.log', `${request.method} ${path} of ${form.get('client_id')} by ${by}\n`);
    response.writeHead(asked ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(asked ? { access_token: process.env.TOKEN, token_type: 'Bearer', expires_in: 3600 } : {}));
  });
}).listen(Number(process.env.PORT), 'localhost');
process.stdin.resume().on('end', () => process.exit(0));
