import { after, before, describe } from 'node:test';
import { answers } from './tests/answers.mjs';
import { lifecycle } from './tests/lifecycle.mjs';
import { realNpm } from './tests/real-npm.mjs';
import { runningFeed } from './tests/running-feed.mjs';

describe('an Azure-like feed', () => {
  const feed = runningFeed();
  before(() => feed.start());
  after(() => feed.stop());

  describe('answers: it', () => answers(feed));
  describe('clients: it', () => realNpm(feed));
  describe('its process', () => lifecycle(feed));
});
