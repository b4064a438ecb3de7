
// Yarn reads its settings anew for each command, by this one function: the settings above are laid over what it has found. A build that
// another one started has two such files, the outer's first. Yarn loads one plugin of a name, so each has its own; and each wraps the
// function once, the inner build's around the outer's, so that its settings come last and win.
module.exports = {
  name: `feedauth:${__filename}`,
  factory: (require) => {
    const { Configuration } = require('@yarnpkg/core');
    const known = Symbol.for(`feedauth:${__filename}`);
    if (!Configuration[known]) {
      const find = Configuration.find;
      Configuration[known] = true;
      Configuration.find = async (...given) => {
        const configuration = await find.apply(Configuration, given);
        add(configuration);
        return configuration;
      };
    }
    return {};
  },
};

function add(configuration) {
  const use = (more) => configuration.use('<feedauth>', more, configuration.startingCwd, { overwrite: true });
  const registries = {};
  for (const [name, ...rest] of settings) {
    if (name === 'npmRegistries') {
      const [url, key, value] = rest;
      registries[url] = { ...registries[url], [key]: value };
    } else if (name === 'npmScopes') {
      addScope(configuration, use, rest);
    } else if (name === 'unsafeHttpWhitelist') {
      use({ [name]: [...configuration.get(name).filter((host) => host !== rest[0]), rest[0]] });
    } else {
      use({ [name]: rest[0] });
    }
  }
  use({ npmRegistries: registries });
}

// A scope keeps its other settings, such as an age that its packages must have; a credential of its own would come first.
function addScope(configuration, use, [scope, key, value]) {
  const found = configuration.get('npmScopes').get(scope);
  if (found) {
    found.set(key, value).set('npmAuthIdent', null).set('npmAuthToken', null);
  } else {
    use({ npmScopes: { [scope]: { [key]: value } } });
  }
}
