package com.example.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Deals the shards of a marking out to Spark's executors, and keeps each as it comes. Who has lost an executor loses no result: a
 * shard counts when all of it has come, and one that has not is marked again by another.
 */
public final class MarkOnSpark {
    private MarkOnSpark() {}

    /** How a partition of one shard is marked; Spark sends it to the executors. */
    private interface OnExecutor extends Function1<Iterator<Integer>, MarkedShard>, Serializable {}

    /** What happens here with each that comes. */
    private interface OnDriver extends Function2<Object, MarkedShard, BoxedUnit> {}

    /** {@code MarkOnSpark N COMMAND SUBMISSIONS OUT OPTION...}: into {@code OUT/shards}; those that are there are not marked again. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("expected N COMMAND SUBMISSIONS OUT OPTION...");
        }
        int of = Integer.parseInt(arguments[0]);
        Path shards = Files.createDirectories(Path.of(arguments[3], "shards"));
        var task =
                new ShardTask(of, arguments[1], arguments[2], List.of(arguments).subList(4, arguments.length));
        List<Integer> left = IntStream.rangeClosed(1, of)
                .filter(number -> !Files.exists(shards.resolve(Integer.toString(number))))
                .boxed()
                .toList();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("plumbline mark"))) {
            if (!left.isEmpty()) {
                mark(spark, left, task, shards);
            }
        }
    }

    private static void mark(JavaSparkContext spark, List<Integer> left, ShardTask task, Path shards) {
        OnExecutor mark = numbers -> task.mark(numbers.next());
        OnDriver keep = (partition, shard) -> {
            keep(shard, shards);
            return BoxedUnit.UNIT;
        };
        spark.sc()
                .runJob(
                        spark.parallelize(left, left.size()).rdd(),
                        mark,
                        keep,
                        ClassTag$.MODULE$.<MarkedShard>apply(MarkedShard.class));
    }

    private static void keep(MarkedShard shard, Path shards) {
        try {
            shard.write(shards);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
