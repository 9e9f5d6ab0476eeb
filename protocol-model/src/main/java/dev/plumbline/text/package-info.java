/** Text that somebody else chose, made fit to be shown. */
@NullMarked
package dev.plumbline.text;

import org.jspecify.annotations.NullMarked;
