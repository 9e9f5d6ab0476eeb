/**
 * The results of a run: its records, how they are written and read (docs/results.md), and the one judge of requirements and
 * runs that the command, the pages and JUnit all ask.
 */
@NullMarked
package dev.plumbline.results;

import org.jspecify.annotations.NullMarked;
