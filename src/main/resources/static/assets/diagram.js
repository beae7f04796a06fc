/* Draws a model with what happened in it. Without this script the lists beside it say the same. */
(() => {
  "use strict";

  const own = document.currentScript.src;
  const readable = 1;
  const step = 80;

  const load = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("vendor/bpmn-js/bpmn-navigated-viewer.production.min.js", own).href;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  const marksOf = (holder) => (holder.dataset.marks || "").split(";").filter(Boolean).map((mark) => {
    const [id, standing, passed] = mark.split(" ");
    return { id, standing: Number(standing), passed: Number(passed) };
  });

  const around = (shapes) => {
    const x = Math.min(...shapes.map((shape) => shape.x));
    const y = Math.min(...shapes.map((shape) => shape.y));
    return {
      x,
      y,
      width: Math.max(...shapes.map((shape) => shape.x + shape.width)) - x,
      height: Math.max(...shapes.map((shape) => shape.y + shape.height)) - y,
    };
  };

  const tool = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button compact";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  };

  const draw = async (holder) => {
    const { xml, label, counts, flows } = holder.dataset;
    const paper = document.createElement("div");
    paper.className = "canvas";
    paper.tabIndex = 0;
    paper.setAttribute("role", "group");
    paper.setAttribute("aria-label", label);
    holder.append(paper);
    holder.hidden = false;

    const viewer = new window.BpmnJS({ container: paper, zoomScroll: { enabled: false } });
    await viewer.importXML(xml);
    const canvas = viewer.get("canvas");
    const overlays = viewer.get("overlays");
    const registry = viewer.get("elementRegistry");
    const marks = marksOf(holder).filter((mark) => registry.get(mark.id));

    marks.forEach(({ id, standing, passed }) => {
      if (passed > 0 && !counts) {
        canvas.addMarker(id, "passed");
      }
      if (standing > 0) {
        if (!counts) {
          canvas.addMarker(id, "current");
        }
        if (counts || standing > 1) {
          const badge = document.createElement("div");
          badge.className = "standing";
          badge.textContent = standing;
          overlays.add(id, { position: { top: -14, right: 16 }, html: badge });
        }
      }
    });
    (flows || "").split(" ").filter((id) => id && registry.get(id)).forEach((id) => canvas.addMarker(id, "passed"));

    // The elements are reached through the lists; in the picture one key moves, not a hundred stops.
    paper.querySelectorAll("svg[tabindex]").forEach((svg) => svg.setAttribute("tabindex", "-1"));

    // The furthest place first; each further press goes to the next one.
    let turn = 0;
    const current = () => {
      const standing = marks.filter((mark) => mark.standing > 0).map((mark) => registry.get(mark.id)).reverse();
      canvas.zoom(readable);
      if (!standing.length) {
        return;
      }
      const { width, height } = canvas.viewbox().outer;
      const all = around(standing);
      const target = all.width < width && all.height < height ? all : standing[turn++ % standing.length];
      canvas.viewbox({
        x: target.x + target.width / 2 - width / 2,
        y: target.y + target.height / 2 - height / 2,
        width,
        height,
      });
    };
    const zoom = (factor) => canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * factor)));

    const tools = document.createElement("div");
    tools.className = "tools no-print";
    tools.append(
      tool(holder.dataset.current, current),
      tool(holder.dataset.in, () => zoom(1.25)),
      tool(holder.dataset.out, () => zoom(0.8)),
      tool(holder.dataset.all, () => canvas.zoom("fit-viewport", "auto")),
    );
    holder.prepend(tools);

    paper.addEventListener("keydown", (event) => {
      const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (moves[event.key]) {
        const [dx, dy] = moves[event.key];
        canvas.scroll({ dx, dy });
      } else if (event.key === "+" || event.key === "=") {
        zoom(1.25);
      } else if (event.key === "-") {
        zoom(0.8);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }, true);
    current();
  };

  const holders = [...document.querySelectorAll(".diagram[data-xml]")];
  if (holders.length) {
    load().then(() => holders.forEach(draw));
  }
})();
