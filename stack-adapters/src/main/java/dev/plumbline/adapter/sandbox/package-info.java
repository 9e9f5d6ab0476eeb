/**
 * How a stranger's program is started, so that it sees and reaches as little as this machine can arrange: with bubblewrap, with
 * plain namespaces, or with bounds alone. Whoever starts one learns which of them it was.
 */
@NullMarked
package dev.plumbline.adapter.sandbox;

import org.jspecify.annotations.NullMarked;
