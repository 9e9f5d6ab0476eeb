package dev.plumbline.tidy.sample.egg;

import dev.plumbline.tidy.sample.chicken.Chicken;
import java.util.List;

/** Comes from a chicken. */
public record Egg(List<Chicken> chickens) {}
