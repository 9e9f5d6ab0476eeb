/** What the tests of the adapters share: a host whose thread is the test's own. */
@NullMarked
package dev.plumbline.adapter.testing;

import org.jspecify.annotations.NullMarked;
