import { expect } from '@open-wc/testing';
import { RuleError } from '../../../src/client/model/rule-error.js';

describe('a broken rule', () => {
  it('is an error that names the rule', () => {
    const error = new RuleError('no-capacity');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({ name: 'RuleError', rule: 'no-capacity' });
    expect(error.message).to.contain('no-capacity');
  });
});
