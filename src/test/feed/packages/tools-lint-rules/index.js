module.exports = 'no-surprises';
