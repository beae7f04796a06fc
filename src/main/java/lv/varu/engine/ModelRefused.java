package lv.varu.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/** A model contains what could bring code along, or is no model. */
class ModelRefused extends ProcessEngineException {
    ModelRefused(String model, String what) {
        super("The model '%s' may not contain: %s".formatted(model, what));
    }
}
