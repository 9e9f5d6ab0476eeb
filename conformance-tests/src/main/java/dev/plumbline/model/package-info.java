/**
 * An executable model of RFC 9293's states (section 3.3.2) and of what its event processing (section 3.10) allows: it is told what
 * arrives, what the endpoint sends and what its application calls and hears, and keeps all the states the connection may be in. It
 * knows neither the suite nor a stack.
 */
@NullMarked
package dev.plumbline.model;

import org.jspecify.annotations.NullMarked;
