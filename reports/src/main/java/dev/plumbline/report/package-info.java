/** Tells what a run of the suite found, as one screen of text, as the page of the lesson or as an Allure report. */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
