/**
 * What a run of the suite found: reads its results file (docs/results.md), gives every requirement and the run a verdict,
 * and tells it as one screen of text or as an Allure report.
 */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
