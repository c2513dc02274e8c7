import { configureGlobal } from 'fast-check';

/** Properties draw the same few examples in every run, so that a verdict is soon had and can be had again; one that fails
 *  is not made smaller. */
configureGlobal({ seed: 20_250_310, numRuns: 25, endOnFailure: true });
