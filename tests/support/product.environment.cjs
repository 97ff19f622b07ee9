// @ts-check
/**
 * Node's environment of jest, and a way out of it: `productRequire` loads the product as `npm start` does, once for
 * all files that a worker runs. Inside jest's own registry all of Strapi would be read again for every file.
 */
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given);
    // One Date for both sides, so that what the driver reads is a date to a test.
    Object.assign(this.global, { productRequire: createRequire(__filename), Date });
  }
};
