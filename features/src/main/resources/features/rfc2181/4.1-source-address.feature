Feature: RFC 2181 section 4.1: the address that an answer comes from
  Who asks a server waits for an answer from the address that it has asked, and takes no other. A host may have several.

  Rule: An answer comes from where the query went
    @RFC2181/ANSWER-ADDRESS
    Scenario: A server on a host with several addresses answers from the one that was asked
      Given the endpoint has several addresses
      And the endpoint serves a zone that has any name with any addresses
      When the peer asks over UDP at any other address of the endpoint for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone
