/** Code that breaks the architecture's rules on purpose, to see that they notice. */
@NullMarked
package dev.plumbline.tidy.sample;

import org.jspecify.annotations.NullMarked;
