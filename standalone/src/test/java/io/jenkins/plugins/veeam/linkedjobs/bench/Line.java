package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.Map;

/** {@code constant + perLink · n}. */
record Line(double constant, double perLink) {

    /**
     * Least squares of the relative errors: by absolute ones the longest list alone would decide, and short lists would
     * be told anything.
     *
     * @param points measured values, above zero, by number of links; two or more
     */
    static Line through(Map<Integer, Double> points) {
        double weights = 0;
        double n = 0;
        double y = 0;
        double nn = 0;
        double ny = 0;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            double links = point.getKey();
            double value = point.getValue();
            double weight = 1 / (value * value);
            weights += weight;
            n += weight * links;
            y += weight * value;
            nn += weight * links * links;
            ny += weight * links * value;
        }
        double perLink = (weights * ny - n * y) / (weights * nn - n * n);
        return new Line((y - perLink * n) / weights, perLink);
    }

    double at(int links) {
        return constant + perLink * links;
    }
}
