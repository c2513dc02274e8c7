/** Names each test that passed at its second try only, so that what is unsteady is seen and mended. */
export default class SecondTries {
  #found = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#found.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.#found) console.log(`passed at the second try: ${name}`);
  }
}
