import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basic, JWT, MAIN, TOOLS } from './running-feed.mjs';

const SHARED = '/contoso/_packaging/Shared/npm/registry/';
const TOOLS_FEED = '/contoso/_packaging/Tools/npm/registry/';
const RELEASE = '/contoso/_packaging/Shared@Release/npm/registry/';
const ONPREM = '/tfs/DefaultCollection/_packaging/Onprem/npm/registry/';

/** What the front answers to hand-made requests. */
export function answers(feed) {
  const ask = (path, authorization, options = {}) =>
    fetch(feed.origin + path, { redirect: 'manual', headers: authorization ? { authorization } : {}, ...options });

  describe('refuses a caller it does not know', () => {
    for (const [caller, authorization] of [
      ['without a credential', undefined],
      ['with a wrong PAT', basic('any', 'wrong')],
      ['with a PAT as Bearer', `Bearer ${MAIN}`],
    ]) {
      it(`on Services, ${caller}: 401, three challenges, the tenant and where to sign in`, async () => {
        const answer = await ask(`${SHARED}contoso-greeting`, authorization);

        assert.equal(answer.status, 401);
        assert.equal(
          answer.headers.get('www-authenticate'),
          'Bearer authorization_uri=https://login.windows.net/00000000-0000-0000-0000-000000000000, ' +
            `Basic realm="${feed.origin}/", TFS-Federated`,
        );
        assert.ok(answer.headers.has('x-vss-resourcetenant'));
        assert.equal(answer.headers.get('x-vss-authorizationendpoint'), 'https://vssps.dev.azure.com/contoso/');
        assert.match((await answer.json()).message, /^TF400813: /);
      });
    }

    it('on Server: 401, three challenges and no more than an activity id', async () => {
      const answer = await ask(ONPREM);

      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('www-authenticate'), `Bearer, Basic realm="${feed.origin}/", NTLM`);
      assert.ok(answer.headers.has('x-vss-e2eid'));
      assert.ok(!answer.headers.has('x-vss-resourcetenant'));
      assert.ok(!answer.headers.has('x-vss-authorizationendpoint'));
    });

    it('on a collection-scoped Server feed, also with the right PAT under another user name', async () => {
      assert.equal((await ask(ONPREM, basic('AzureDevOps', MAIN))).status, 401);
      assert.equal((await ask(ONPREM, basic('DefaultCollection', MAIN))).status, 200);
    });

    it('on a project-scoped Server feed any user name does', async () => {
      const path = '/tfs/DefaultCollection/Shop/_packaging/Onprem/npm/registry/';
      assert.equal((await ask(path, basic('whoever', MAIN))).status, 200);
    });
  });

  describe('tells apart what a known caller may not do', () => {
    it("another feed's PAT is known but has no right here: 403", async () => {
      const answer = await ask(`${SHARED}contoso-greeting`, basic('any', TOOLS));
      assert.equal(answer.status, 403);
      assert.match((await answer.json()).error, /lacks permission/);
    });

    it('a PAT without the right to write: 403 on PUT', async () => {
      const answer = await ask(`${TOOLS_FEED}thing`, basic('any', TOOLS), { method: 'PUT', body: '{}' });
      assert.equal(answer.status, 403);
      assert.match((await answer.json()).error, /AddPackage/);
    });

    it('an unknown feed: 404 with JSON', async () => {
      const answer = await ask('/contoso/_packaging/Nowhere/npm/registry/thing', basic('any', MAIN));
      assert.equal(answer.status, 404);
      assert.equal((await answer.json()).typeKey, 'FeedIdNotFoundException');
    });

    it("an organization's feed asked for as a project's: 404 with JSON", async () => {
      const answer = await ask('/contoso/Elsewhere/_packaging/Tools/npm/registry/', basic('any', MAIN));
      assert.equal(answer.status, 404);
      assert.equal((await answer.json()).typeKey, 'FeedIdNotFoundException');
    });

    it('an unknown package: 404 with JSON that names it', async () => {
      const answer = await ask(`${SHARED}@no%2fsuch`, basic('any', MAIN));
      assert.equal(answer.status, 404);
      assert.match((await answer.json()).error, /'@no\/such' was not found in the feed 'Shared'/);
    });

    it('the registry itself: 200 with JSON', async () => {
      const answer = await ask(SHARED, basic('any', MAIN));
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), {});
    });
  });

  describe('serves packages', () => {
    for (const path of [
      SHARED,
      RELEASE,
      '/contoso/Web%20Shop/_packaging/Shared/npm/registry/',
      '/contoso/_packaging/%C3%9Cberbau/npm/registry/',
    ]) {
      it(`${path} names tarballs under its own path`, async () => {
        const document = await (await ask(`${path}@contoso%2fwords`, basic('any', MAIN))).json();
        assert.equal(
          document.versions['1.0.0'].dist.tarball,
          `${feed.origin}${path}@contoso/words/-/words-1.0.0.tgz`,
        );
      });
    }

    it('only its own', async () => {
      assert.equal((await ask(`${TOOLS_FEED}@tools%2flint-rules`, basic('any', TOOLS))).status, 200);
      assert.equal((await ask(`${TOOLS_FEED}contoso-greeting`, basic('any', TOOLS))).status, 404);
      assert.equal((await ask(`${SHARED}@tools%2flint-rules`, basic('any', MAIN))).status, 404);
    });

    it('redirects a tarball to a blob storage that refuses a forwarded Authorization', async () => {
      const answer = await ask(`${SHARED}contoso-greeting/-/contoso-greeting-1.0.0.tgz`, basic('any', MAIN));
      assert.equal(answer.status, 303);
      const blob = answer.headers.get('location');
      assert.notEqual(new URL(blob).hostname, new URL(feed.origin).hostname);

      assert.equal((await fetch(blob, { headers: { authorization: basic('any', MAIN) } })).status, 403);
      const bytes = Buffer.from(await (await fetch(blob)).arrayBuffer());
      assert.equal(bytes.readUInt16BE(0), 0x1f8b);
    });

    it('to a JWT, and to nothing else, where the feed is for Entra', async () => {
      const entra = '/contoso/_packaging/Entra/npm/registry/contoso-greeting';
      assert.equal((await ask(entra, `Bearer ${JWT}`)).status, 200);
      assert.equal((await ask(entra, basic('any', JWT))).status, 401);
      assert.equal((await ask(entra, basic('any', MAIN))).status, 401);
    });
  });

  describe('knows what was taken back', () => {
    const packaging = '/contoso/_apis/packaging/feeds/Shared/npm/';
    const about = async (path) => ask(`${packaging}${path}?api-version=7.1-preview.1`, basic('any', MAIN));

    it('and says when, of versions that are there no more', async () => {
      assert.ok((await (await about('contoso-deleted/versions/1.0.0')).json()).permanentlyDeletedDate);
      const recycled = await (await about('contoso-recycled/versions/1.0.0')).json();
      assert.ok(recycled.unpublishedDate && !recycled.permanentlyDeletedDate);
      assert.equal((await about('RecycleBin/packages/contoso-recycled/versions/1.0.0')).status, 200);
      assert.equal((await about('RecycleBin/packages/contoso-deleted/versions/1.0.0')).status, 404);
      assert.equal((await about('contoso-greeting/versions/1.0.0')).status, 200);
      assert.equal((await about('@contoso/words/versions/9.0.0')).status, 404);
    });

    it('to nobody without a credential', async () => {
      assert.equal((await ask(`${packaging}contoso-deleted/versions/1.0.0`)).status, 401);
    });
  });

  describe('plays what a feed can answer besides', () => {
    const row = (name) => ask(`/contoso/_packaging/Answer-${name}/npm/registry/`, basic('any', MAIN));

    for (const [name, status, type] of [
      ['sign-in-203', 203, 'text/html; charset=utf-8'],
      ['sign-in-302', 302, null],
      ['html-200', 200, 'text/html; charset=utf-8'],
      ['other-tenant', 401, 'application/json; charset=utf-8'],
      ['firewall', 403, 'text/html; charset=utf-8'],
      ['too-often', 429, 'application/json; charset=utf-8'],
      ['broken', 503, 'text/html; charset=utf-8'],
      ['elsewhere', 302, null],
    ]) {
      it(`${name}: ${status}`, async () => {
        const answer = await row(name);
        assert.equal(answer.status, status);
        assert.equal(answer.headers.get('content-type'), type);
      });
    }

    it('reset: none', () => assert.rejects(row('reset')));

    it('slow: none, for as long as one waits', () =>
      assert.rejects(
        ask('/contoso/_packaging/Answer-slow/npm/registry/', undefined, { signal: AbortSignal.timeout(300) }),
      ));

    it('elsewhere: a host that records what it is sent', async () => {
      const other = (await row('elsewhere')).headers.get('location');
      assert.notEqual(new URL(other).hostname, new URL(feed.origin).hostname);
      await fetch(other);
      assert.deepEqual(
        (await feed.record('/-/elsewhere')).map(({ authorizationForwarded }) => authorizationForwarded),
        [false],
      );
    });
  });

  describe('records what clients sent', () => {
    it('with labels in place of secrets, whatever field they come in', async () => {
      const path = `/contoso/_packaging/Publish-leak/npm/registry/${MAIN}`;
      await ask(path, basic(MAIN, MAIN));

      const [entry] = await feed.record('/contoso/_packaging/Publish-leak/');
      assert.deepEqual(entry.auth, { scheme: 'Basic', username: '[PAT main]', pat: 'main' });
      assert.equal(entry.path, '/contoso/_packaging/Publish-leak/npm/registry/[PAT main]');
      assert.equal(entry.status, 404);
    });

    it('by feed, however its path is spelled', async () => {
      await ask('/contoso/_packaging/Publish-%c3%a9t%c3%a9/npm/registry/', basic('me', MAIN));

      for (const prefix of ['/contoso/_packaging/Publish-été/', '/contoso/_packaging/Publish-%C3%A9t%C3%A9/']) {
        assert.equal((await feed.record(prefix)).length, 1, prefix);
      }
    });
  });
}
