/** Single mistakes as students make them, put into the text of stacks that are right, and what a run names first of each. */
@NullMarked
package dev.plumbline.mistakes;

import org.jspecify.annotations.NullMarked;
