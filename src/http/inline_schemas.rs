//! Writes schemas of single values in their short form.
//!
//! A member whose type describes itself ([`super::values`]) is documented as `allOf` of the type and the member's
//! description, or `oneOf` of the type and `null`. Both say the same as one schema with a description and a list of types.

use utoipa::openapi::path::Parameter;
use utoipa::openapi::schema::{Array, Object, Schema, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr};

/// Shortens the schemas of all parameters and members.
pub(super) fn flatten(document: &mut OpenApi) {
    if let Some(components) = document.components.as_mut() {
        components.schemas.values_mut().for_each(flatten_members);
    }
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            operation.parameters.iter_mut().flatten().for_each(flatten_parameter);
        }
    }
}

fn flatten_parameter(parameter: &mut RefOr<Parameter>) {
    if let RefOr::T(Parameter { schema: Some(schema), .. }) = parameter {
        flatten_schema(schema);
    }
}

fn flatten_members(schema: &mut RefOr<Schema>) {
    if let RefOr::T(Schema::Object(object)) = schema {
        object.properties.values_mut().for_each(flatten_schema);
    }
}

fn flatten_schema(schema: &mut RefOr<Schema>) {
    let short = match schema {
        RefOr::T(Schema::AllOf(all)) => match all.items.as_slice() {
            [RefOr::T(value), RefOr::T(Schema::Object(note))] if note.properties.is_empty() => {
                annotated(value.clone(), note.description.clone(), note.default.clone())
            }
            _ => None,
        },
        RefOr::T(Schema::OneOf(one)) => match one.items.as_slice() {
            [RefOr::T(value), RefOr::T(Schema::Object(null))] | [RefOr::T(Schema::Object(null)), RefOr::T(value)]
                if null.schema_type == SchemaType::Type(Type::Null) =>
            {
                annotated(nullable(value.clone()), one.description.clone(), one.default.clone())
            }
            _ => None,
        },
        _ => None,
    };
    if let Some(short) = short {
        *schema = RefOr::T(short);
    }
}

fn nullable(mut schema: Schema) -> Schema {
    let (Schema::Object(Object { schema_type, .. }) | Schema::Array(Array { schema_type, .. })) = &mut schema else {
        return schema;
    };
    if let SchemaType::Type(own) = schema_type {
        *schema_type = SchemaType::from_iter([own.clone(), Type::Null]);
    }
    schema
}

fn annotated(mut schema: Schema, description: Option<String>, default: Option<serde_json::Value>) -> Option<Schema> {
    match &mut schema {
        Schema::Object(object) => {
            object.description = description.or(object.description.take());
            object.default = default.or(object.default.take());
        }
        Schema::Array(array) => array.description = description.or(array.description.take()),
        _ => return None,
    }
    Some(schema)
}
