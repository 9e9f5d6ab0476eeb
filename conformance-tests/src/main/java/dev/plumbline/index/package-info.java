/**
 * From an id to all that belongs to it: the steps of a scenario, the law of a requirement such as RFC 9293 section 3.8.6.1, the
 * code that keeps it, the faults that break it. It is made from the sources by a test, and comes with the product.
 */
@NullMarked
package dev.plumbline.index;

import org.jspecify.annotations.NullMarked;
