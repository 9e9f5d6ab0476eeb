/**
 * The reference stack: how the layers of RFC 1122 section 1.1.3 are put together on one host. Each layer is a package of its
 * own, and any TCP can take the place of the reference's.
 */
@NullMarked
package dev.plumbline.reference;

import org.jspecify.annotations.NullMarked;
