/**
 * The {@code plumbline} command: runs the suite, lists what it checks, repeats a failure. The only place that prints, and
 * the only one that ends the process.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
