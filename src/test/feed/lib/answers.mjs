// Azure Artifacts' answers: status, headers and the JSON of its services' exceptions.

import { randomUUID } from 'node:crypto';

const TENANT = '00000000-0000-0000-0000-000000000000';

export function json(status, body, headers = {}) {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

/** 401 as Azure DevOps Services and Server give it to a missing and to a wrong credential alike. */
export function unauthorized(deployment, origin, organization) {
  const activity = randomUUID();
  const services = deployment === 'services';
  const challenges = services
    ? [
        `Bearer authorization_uri=https://login.windows.net/${TENANT}`,
        `Basic realm="${origin}/"`,
        'TFS-Federated',
      ]
    : ['Bearer', `Basic realm="${origin}/"`, 'NTLM'];
  const location = services
    ? {
        'X-VSS-ResourceTenant': TENANT,
        'X-VSS-AuthorizationEndpoint': `https://vssps.dev.azure.com/${organization}/`,
      }
    : {};
  const message =
    "TF400813: The user 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' is not authorized to access this resource.";
  return json(401, exception('UnauthorizedRequestException', message), {
    'WWW-Authenticate': challenges,
    'X-VSS-E2EID': activity,
    ...location,
  });
}

export function noRightHere(feed) {
  return problem(
    403,
    'FeedNeedsPermissionsException',
    `User 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' lacks permission to complete this action. You need to have 'ReadPackages'. (Feed '${feed.name}')`,
  );
}

export function noRightToWrite(feed) {
  return problem(
    403,
    'FeedNeedsPermissionsException',
    `User 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' lacks permission to complete this action. You need to have 'AddPackage'. (Feed '${feed.name}')`,
  );
}

export function alreadyThere(feed, name, version) {
  const file = `${name.replace(/^@[^/]+\//, '')}-${version}.tgz`;
  return problem(
    403,
    'PackageAlreadyExistsException',
    `The feed '${feed.name}' already contains file '${file}' in package '${name} ${version}'.`,
  );
}

export function noSuchFeed(pathname) {
  const segments = pathname.split('/');
  const name = segments[segments.indexOf('_packaging') + 1];
  return problem(
    404,
    'FeedIdNotFoundException',
    `The feed with ID '${name}' doesn't exist, or the request is for another project or organization than the feed's.`,
  );
}

export function noSuchPackage(feed, name) {
  return problem(404, 'PackageNotFoundException', `The package '${name}' was not found in the feed '${feed.name}'.`);
}

export function noSuchVersion(name, version) {
  return problem(404, 'PackageVersionNotFoundException', `The version '${version}' of '${name}' was not found.`);
}

export function noSuchPage() {
  return problem(404, 'VssServiceException', 'The controller for this path was not found.');
}

/** One of Azure's exceptions; `error` is the field npm shows. */
function problem(status, typeKey, message) {
  const activity = randomUUID();
  const error = `${message} (DevOps Activity ID: ${activity.toUpperCase()})`;
  return json(status, { ...exception(typeKey, error), error }, { 'X-VSS-E2EID': activity });
}

function exception(typeKey, message) {
  return { $id: '1', innerException: null, message, typeName: typeKey, typeKey, errorCode: 0, eventId: 3000 };
}
