/**
 * Trials: how a Gherkin scenario becomes a property. N worlds with different drawn values go through the scenario's steps
 * together; the first that fails is shrunk to the smallest one that fails in the same way, and can be replayed. What is
 * judged comes from RFC 9293 section 3 and its kin; this package knows nothing of protocols.
 */
@NullMarked
package dev.plumbline.trial;

import org.jspecify.annotations.NullMarked;
