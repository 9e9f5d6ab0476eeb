/** From the failures of a run to the few mistakes behind them: what to repair first, and what follows from it (decision 27). */
@NullMarked
package dev.plumbline.cause;

import org.jspecify.annotations.NullMarked;
