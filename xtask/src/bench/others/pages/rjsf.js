// The page of react-jsonschema-form. The build puts the two schemas in.

import { schema, screen, today } from "the:form";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createElement, createRef } from "react";
import { createRoot } from "react-dom/client";

const place = document.getElementById("tool");
const form = createRef();
const formData = today ? { [today.section]: { [today.id]: new Date().toISOString().slice(0, 10) } } : {};
createRoot(place).render(createElement(Form, { ref: form, schema, uiSchema: screen, validator, initialFormData: formData }));
place.rjsf = form;
