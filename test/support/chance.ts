import fc from "fast-check";

/**
 * The properties are tried on the same values on every run, so that a run differs from the one before by what was
 * changed alone. `TEST_SEED=…` tries others.
 */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20_261_122) });
