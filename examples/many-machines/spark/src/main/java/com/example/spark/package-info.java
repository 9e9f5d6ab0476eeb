/** Marks a course on a cluster of Apache Spark: a task marks a shard, and hands back what it leaves. */
package com.example.spark;
