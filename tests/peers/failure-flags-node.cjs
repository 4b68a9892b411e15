/** Invokes one flag as often as it is told, with the unmodified SDK, and prints what each call felt as a line of JSON. */
const sdk = require(process.argv[2]);
const { name, labels, calls, dataPrototype } = JSON.parse(process.argv[3]);

/** Before `invokeFailureFlag` there was one experiment and `ifExperimentActive`; since then behaviours get a list. */
const each = async (experiments, prototype) => {
  let data = prototype;
  for (const experiment of experiments) data = await sdk.effect.delayedDataOrException(experiment, data);
  return data;
};
const invoke = sdk.ifExperimentActive ?? ((call) => sdk.invokeFailureFlag({ ...call, behavior: each }));

void (async () => {
  for (let call = 0; call < calls; call += 1) {
    const begun = performance.now();
    const felt = { error: null };
    try {
      const answer = await invoke({ name, labels, dataPrototype });
      felt.active = answer !== false;
      // The data is laid over a prototype, so what is inherited belongs to it.
      if (dataPrototype !== undefined) felt.data = { ...Object.getPrototypeOf(answer), ...answer };
    } catch (error) {
      felt.active = true;
      felt.error = { ...error, name: error.name, message: error.message };
    }
    felt.milliseconds = performance.now() - begun;
    process.stdout.write(`${JSON.stringify(felt)}\n`);
  }
})();
