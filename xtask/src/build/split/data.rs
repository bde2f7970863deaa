//! Which constant data of a module belongs to which functions, as the linker knows it.
//!
//! A module that is linked with `--emit-relocs` says of every place in its code and data that names an address whose it
//! is. So it is known, and not guessed, which texts and tables only functions of the rest can reach: they come with it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    BinaryReaderError, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocAddendKind,
    RelocSectionReader, SymbolInfo, TypeRef,
};

/// The segment of what no program changes: writing the same over it does no harm. All others stay where they are.
const CONSTANT: &str = ".rodata";

/// Shorter pieces cost more as pieces of their own than they are worth.
const WORTH: usize = 16;

/// The sections in which the linker says it.
pub const SAID_BY_THE_LINKER: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// Addresses in the module's memory.
pub type Addresses = Range<usize>;

/// The constant data.
#[derive(Debug, Default)]
pub struct Data {
    /// Where each piece stands.
    pieces: Vec<Addresses>,
    /// The pieces whose addresses the functions of a name hold.
    held_by: BTreeMap<String, BTreeSet<usize>>,
    /// The pieces whose addresses a piece holds.
    held_within: BTreeMap<usize, BTreeSet<usize>>,
    /// The pieces whose addresses are held by what stays where it is.
    staying: BTreeSet<usize>,
}

/// A segment: its name, its address and where its bytes stand in the file.
struct Segment {
    name: String,
    address: usize,
    file: Range<usize>,
}

/// What is read of a module before it is known what it means.
#[derive(Default)]
struct Parts {
    imported: usize,
    /// Where each function's code stands in the file.
    code: Vec<Range<usize>>,
    segments: Vec<Segment>,
    names: BTreeMap<usize, String>,
    /// Each symbol that is data: its segment, its place there and its length.
    symbols: Vec<Option<(usize, usize, usize)>>,
    /// The start of each section that the relocations may be of.
    sections: Vec<usize>,
    /// Places in the file that hold the address of a symbol.
    holding: Vec<(usize, usize)>,
}

impl Data {
    /// Reads it from a module as it was linked.
    ///
    /// # Errors
    /// When the module is no WebAssembly, or says nothing of the addresses in it.
    pub fn read(linked: &[u8]) -> Result<Data, String> {
        let parts = Parts::read(linked).map_err(|fault| format!("the linked module cannot be read: {fault}"))?;
        if parts.holding.is_empty() {
            return Err(
                "the linked module says nothing of the addresses in it: `--emit-relocs` is missing".to_owned()
            );
        }
        let data = parts.put_together();
        if data.pieces.is_empty() {
            return Err(format!("the linked module has no data in a segment `{CONSTANT}`"));
        }
        Ok(data)
    }

    /// The addresses of what only these functions can reach, in order. What belongs to nobody is not among them, nor what a
    /// function of another name than these holds.
    pub fn only_of(&self, functions: &BTreeSet<&str>) -> Vec<Addresses> {
        let others = self.held_by.iter().filter(|(name, _)| !functions.contains(name.as_str()));
        let mut next: Vec<usize> = others.flat_map(|(_, pieces)| pieces).copied().collect();
        next.extend(&self.staying);
        let mut reached = BTreeSet::new();
        while let Some(piece) = next.pop() {
            if reached.insert(piece) {
                next.extend(self.held_within.get(&piece).into_iter().flatten());
            }
        }
        let all = |wanted: bool| {
            let pieces = self.pieces.iter().enumerate().filter(move |(at, _)| reached.contains(at) == wanted);
            pieces.map(|(_, addresses)| addresses.clone())
        };
        let beyond = joined(all.clone()(false).collect());
        let within = joined(all(true).collect());
        beyond.into_iter().flat_map(|it| without(it, &within)).filter(|it| it.len() >= WORTH).collect()
    }
}

/// Touching and overlapping ranges as one, in order.
fn joined(mut all: Vec<Addresses>) -> Vec<Addresses> {
    all.sort_by_key(|it| it.start);
    let mut joined: Vec<Addresses> = Vec::new();
    for one in all {
        match joined.last_mut() {
            Some(last) if one.start <= last.end => last.end = last.end.max(one.end),
            _ => joined.push(one),
        }
    }
    joined
}

/// What of a range is in none of the others, which are in order.
pub fn without(whole: Addresses, others: &[Addresses]) -> Vec<Addresses> {
    let mut left = Vec::new();
    let mut from = whole.start;
    for other in others.iter().filter(|it| it.end > whole.start && it.start < whole.end) {
        left.push(from..other.start.max(from));
        from = from.max(other.end);
    }
    left.push(from..whole.end.max(from));
    left.retain(|it| !it.is_empty());
    left
}

impl Parts {
    fn read(linked: &[u8]) -> Result<Parts, BinaryReaderError> {
        let mut parts = Parts::default();
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                parts.sections.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        parts.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => parts.code.push(body.range()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let address = match &segment.kind {
                            DataKind::Active { offset_expr, .. } => {
                                match offset_expr.get_operators_reader().read()? {
                                    Operator::I32Const { value } => as_place(value.cast_unsigned()),
                                    _ => 0,
                                }
                            }
                            DataKind::Passive => 0,
                        };
                        let file = segment.range.end - segment.data.len()..segment.range.end;
                        parts.segments.push(Segment { name: String::new(), address, file });
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Name(names) => {
                        for name in names {
                            match name? {
                                Name::Function(names) => {
                                    for name in names {
                                        let name = name?;
                                        parts.names.insert(as_place(name.index), name.name.to_owned());
                                    }
                                }
                                Name::Data(names) => {
                                    for name in names {
                                        let name = name?;
                                        if let Some(segment) = parts.segments.get_mut(as_place(name.index)) {
                                            segment.name = name.name.to_owned();
                                        }
                                    }
                                }
                                _ => {}
                            }
                        }
                    }
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            let Linking::SymbolTable(symbols) = part? else { continue };
                            for symbol in symbols {
                                parts.symbols.push(match symbol? {
                                    SymbolInfo::Data { symbol: Some(it), .. } => {
                                        Some((as_place(it.index), as_place(it.offset), as_place(it.size)))
                                    }
                                    _ => None,
                                });
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => parts.add(&relocations)?,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(parts)
    }

    /// Notes the places that a section's relocations are about.
    fn add(&mut self, relocations: &RelocSectionReader<'_>) -> Result<(), BinaryReaderError> {
        let start = self.sections.get(as_place(relocations.section_index())).copied().unwrap_or_default();
        for entry in relocations.entries() {
            let entry = entry?;
            // Only addresses have an addend, and of these the ones in debugging sections are no part of the program.
            if entry.ty.addend_kind() != RelocAddendKind::None {
                self.holding.push((start + as_place(entry.offset), as_place(entry.index)));
            }
        }
        Ok(())
    }

    fn put_together(self) -> Data {
        let mut data = Data::default();
        let mut piece_of: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, symbol) in self.symbols.iter().enumerate() {
            let Some((segment, offset, size)) = *symbol else { continue };
            let Some(segment) = self.segments.get(segment) else { continue };
            let start = segment.address + offset;
            if segment.name == CONSTANT && size > 0 {
                piece_of.insert(at, data.pieces.len());
                data.pieces.push(start..start + size);
            }
        }
        for (place, symbol) in &self.holding {
            let Some(piece) = piece_of.get(symbol).copied() else { continue };
            let function = self.code.partition_point(|it| it.end <= *place);
            if self.code.get(function).is_some_and(|it| it.contains(place)) {
                let name = self.names.get(&(self.imported + function)).cloned().unwrap_or_default();
                data.held_by.entry(name).or_default().insert(piece);
            } else {
                let segment = self.segments.iter().find(|it| it.file.contains(place));
                let address = segment.map(|it| it.address + place - it.file.start);
                let holds = |it: &Addresses| address.is_some_and(|address| it.contains(&address));
                let mut holders = data.pieces.iter().enumerate().filter(|(_, it)| holds(it)).peekable();
                if holders.peek().is_none() {
                    data.staying.insert(piece);
                }
                for (holder, _) in holders {
                    data.held_within.entry(holder).or_default().insert(piece);
                }
            }
        }
        data
    }
}

fn as_place(number: u32) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four pieces: of the first file, of the rest, of the rest through another piece, and of both.
    fn data() -> Data {
        let held = |pieces: &[usize]| pieces.iter().copied().collect::<BTreeSet<_>>();
        Data {
            pieces: vec![0..20, 20..40, 40..60, 60..80],
            held_by: BTreeMap::from([("early".to_owned(), held(&[0, 3])), ("late".to_owned(), held(&[1, 3]))]),
            held_within: BTreeMap::from([(1, held(&[2]))]),
            staying: BTreeSet::new(),
        }
    }

    fn only_of(data: &Data, function: &str) -> Vec<(usize, usize)> {
        data.only_of(&BTreeSet::from([function])).into_iter().map(|it| (it.start, it.end)).collect()
    }

    #[test]
    fn what_only_the_rest_can_reach_goes_with_it() {
        assert_eq!(only_of(&data(), "late"), [(20, 60)]);
        assert_eq!(only_of(&data(), "early"), [(0, 20)]);
    }

    #[test]
    fn what_a_function_of_an_unknown_name_holds_stays() {
        let mut data = data();
        data.held_by.insert("renamed".to_owned(), BTreeSet::from([2]));
        assert_eq!(only_of(&data, "late"), [(20, 40)]);
    }

    #[test]
    fn what_lies_in_data_that_stays_stays() {
        let mut data = data();
        data.staying.insert(2);
        assert_eq!(only_of(&data, "late"), [(20, 40)]);
    }

    #[test]
    fn pieces_that_overlap_others_and_short_ones_stay_where_they_do() {
        assert_eq!(without(0..100, &[10..20, 15..30, 90..120]), [0..10, 30..90]);
        assert_eq!(joined(vec![30..40, 0..10, 10..20]), [0..20, 30..40]);
        let mut data = data();
        data.pieces[0] = 0..36;
        assert!(only_of(&data, "late").iter().all(|(start, _)| *start >= 36));
    }
}
