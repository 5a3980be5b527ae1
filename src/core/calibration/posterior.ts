/** What the draws need of one fitted model: normal posteriors of judges and entries given each other. */
export type Posterior = {
  readonly dense: Float64Array;
};
