package lv.varu.engine;

/** The models are with the engine, and its own threads do not run yet. */
public record ModelsReady() {}
