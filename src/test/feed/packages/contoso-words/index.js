module.exports = 'hello from a private feed';
