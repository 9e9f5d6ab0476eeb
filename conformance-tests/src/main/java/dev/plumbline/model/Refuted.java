package dev.plumbline.model;

/**
 * The endpoint has done what no state allows.
 *
 * @param allowed what the model allowed, state by state
 * @param came what came instead
 * @param missing whether it is only that something did not come
 */
public record Refuted(String allowed, String came, boolean missing) {}
