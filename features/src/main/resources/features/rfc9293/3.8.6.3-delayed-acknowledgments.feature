Feature: RFC 9293 section 3.8.6.3: delayed acknowledgments
  Most questions have an answer, and most answers come soon. An acknowledgment that waits for them costs no segment of its own.

  Rule: An acknowledgment may travel with an answer
    @RFC9293/SHLD-18 @virtual-time
    Scenario Outline: Questions that are answered at once are not each acknowledged alone, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer asks five questions, which the endpoint's application answers a moment later
      Then the endpoint lets an acknowledgment travel with an answer

      Examples:
        | opener   |
        | endpoint |
        | peer     |
