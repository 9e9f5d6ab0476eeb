/** How code says which requirement of the catalogue it keeps, or of an RFC such as RFC 9293 section 3.10.7.4. */
@NullMarked
package dev.plumbline.requirement;

import org.jspecify.annotations.NullMarked;
